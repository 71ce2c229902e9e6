create table offers (
  id uuid primary key,
  tenant_id uuid not null,
  state text not null default 'draft'
    check (state in ('draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn', 'superseded')),
  number text,
  customer_id uuid,
  language text not null,
  currency text not null,
  issue_date date,
  valid_until date,
  buyer_reference text,
  intro text not null default '',
  outro text not null default '',
  notes text not null default '',
  tags text[] not null default '{}',
  prices_include_tax boolean not null,
  tax_rounding text not null check (tax_rounding in ('group', 'line')),
  adjustments jsonb not null default '[]',
  tax_groups jsonb not null default '[]',
  item_count integer not null,
  items_minor bigint not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  document_id uuid,
  order_id uuid,
  revises_id uuid,
  sent_at timestamptz(3),
  viewed_at timestamptz(3),
  closed_at timestamptz(3),
  version integer not null default 1,
  search_text text not null default '',
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  archived_at timestamptz(3),
  check (state = 'draft' or (number is not null and issue_date is not null and valid_until is not null
    and document_id is not null and customer_id is not null)),
  check (order_id is null or state = 'accepted')
);
create unique index offers_tenant_id_id_key on offers (tenant_id, id);
create unique index offers_tenant_id_number_key on offers (tenant_id, number);
create unique index offers_document_id_key on offers (document_id);
create unique index offers_tenant_id_document_id_key on offers (tenant_id, document_id);
create unique index offers_tenant_id_order_id_key on offers (tenant_id, order_id);
-- An offer has at most one newer version.
create unique index offers_tenant_id_revises_id_key on offers (tenant_id, revises_id);
create index offers_tenant_id_created_at_id_idx on offers (tenant_id, created_at, id);
create index offers_tenant_id_customer_id_created_at_id_idx on offers (tenant_id, customer_id, created_at, id);
-- The list is sorted by the date of the document; drafts, which have none, come first.
create index offers_by_date on offers (tenant_id, (coalesce(issue_date, '9999-12-31'::date)), id);
create index offers_waiting on offers (tenant_id, valid_until, id) where state = 'sent';
alter table offers
  add foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, revises_id) references offers (tenant_id, id) on delete restrict on update cascade;

create table offer_items (
  id uuid primary key,
  tenant_id uuid not null,
  offer_id uuid not null,
  position integer not null,
  product_id uuid,
  sku text,
  title text not null,
  quantity numeric(18, 6) not null,
  unit text not null default 'C62',
  unit_price numeric(20, 6) not null,
  discount_percent numeric(7, 4) not null default 0,
  discount_minor bigint not null default 0,
  tax_category_id uuid not null,
  tax_code text not null,
  tax_rate numeric(9, 4) not null,
  amount_minor bigint not null
);
create unique index offer_items_tenant_id_id_key on offer_items (tenant_id, id);
create unique index offer_items_tenant_id_offer_id_position_key on offer_items (tenant_id, offer_id, position);
create index offer_items_tenant_id_product_id_idx on offer_items (tenant_id, product_id);
alter table offer_items
  add foreign key (tenant_id, offer_id) references offers (tenant_id, id) on delete cascade on update cascade,
  add foreign key (tenant_id, product_id) references products (tenant_id, id) on delete restrict on update cascade;

-- What a customer answered, by whom and from where: once an offer, and for good.
create table offer_answers (
  offer_id uuid primary key,
  tenant_id uuid not null,
  answer text not null check (answer in ('accepted', 'declined')),
  via text not null check (via in ('page', 'company')),
  name text not null,
  comment text not null default '',
  content_hash text not null,
  ip text,
  user_agent text,
  recorded_by uuid,
  at timestamptz(3) not null
);
create unique index offer_answers_tenant_id_offer_id_key on offer_answers (tenant_id, offer_id);
alter table offer_answers
  add foreign key (tenant_id, offer_id) references offers (tenant_id, id) on delete restrict on update cascade;
create trigger offer_answers_append_only before update or delete on offer_answers
  for each row execute function refuse_change();
create trigger offer_answers_no_truncate before truncate on offer_answers
  for each statement execute function refuse_change();

-- A sent offer says what it says: only its state and facts beside the document change; an accepted one stays so.
create function keep_sent_offer() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  beside constant text[] := array['state', 'order_id', 'sent_at', 'viewed_at', 'closed_at', 'tags', 'notes', 'version',
    'search_text', 'updated_at', 'archived_at'];
begin
  if old.state = 'draft' then
    return case when tg_op = 'DELETE' then old else new end;
  elsif tg_op = 'UPDATE' and new.state <> 'draft' and (old.state <> 'accepted' or new.state = 'accepted')
    and (old.order_id is null or new.order_id = old.order_id) and to_jsonb(new) - beside = to_jsonb(old) - beside then
    return new;
  end if;
  raise exception 'a sent offer cannot be changed' using errcode = 'insufficient_privilege';
end $$;
create trigger offers_frozen before update or delete on offers for each row execute function keep_sent_offer();
create trigger offers_no_truncate before truncate on offers for each statement execute function refuse_change();

create function keep_sent_offer_items() returns trigger language plpgsql set search_path = public, pg_catalog as $$
begin
  if exists (
    select 1 from offers where state <> 'draft' and (
      (tg_op <> 'INSERT' and tenant_id = old.tenant_id and id = old.offer_id)
      or (tg_op <> 'DELETE' and tenant_id = new.tenant_id and id = new.offer_id))) then
    raise exception 'the lines of a sent offer cannot be changed' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger offer_items_frozen before insert or update or delete on offer_items
  for each row execute function keep_sent_offer_items();
create trigger offer_items_no_truncate before truncate on offer_items
  for each statement execute function refuse_change();

-- A link to a document for who has it. The link itself is not here: only its hash, and the key that it is made with.
create table document_links (
  id uuid primary key,
  tenant_id uuid not null,
  document_id uuid not null,
  token_hash text not null,
  token_key text not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_by uuid,
  first_viewed_at timestamptz(3),
  last_viewed_at timestamptz(3),
  view_count integer not null default 0,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp
);
create unique index document_links_token_hash_key on document_links (token_hash);
create unique index document_links_tenant_id_id_key on document_links (tenant_id, id);
create index document_links_tenant_id_document_id_created_at_idx
  on document_links (tenant_id, document_id, created_at);
alter table document_links
  add foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete restrict on update cascade;
create trigger document_links_kept before update or delete on document_links for each row execute function
  refuse_change_but('expires_at', 'revoked_at', 'revoked_by', 'first_viewed_at', 'last_viewed_at', 'view_count');

-- Every mail with a document, and what became of it.
create table document_sendings (
  id uuid primary key,
  tenant_id uuid not null,
  document_id uuid not null,
  request_key text not null,
  state text not null default 'waiting' check (state in ('waiting', 'queued', 'sent', 'kept', 'failed')),
  recipients text[] not null check (cardinality(recipients) > 0),
  cc text[] not null default '{}',
  language text not null,
  subject text not null,
  text text not null,
  attach_xml boolean not null default false,
  with_link boolean not null default true,
  link_id uuid,
  attachments jsonb not null default '[]',
  mail_id uuid,
  reason text,
  created_by uuid,
  actor_name text not null,
  created_at timestamptz(3) not null default current_timestamp,
  queued_at timestamptz(3),
  sent_at timestamptz(3),
  failed_at timestamptz(3)
);
create unique index document_sendings_tenant_id_id_key on document_sendings (tenant_id, id);
create unique index document_sendings_tenant_id_request_key_key on document_sendings (tenant_id, request_key);
create unique index document_sendings_tenant_id_mail_id_key on document_sendings (tenant_id, mail_id);
create index document_sendings_tenant_id_document_id_created_at_idx
  on document_sendings (tenant_id, document_id, created_at);
alter table document_sendings
  add foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, link_id) references document_links (tenant_id, id) on delete restrict on update cascade;
create trigger document_sendings_kept before update or delete on document_sendings for each row execute function
  refuse_change_but('state', 'link_id', 'attachments', 'mail_id', 'reason', 'queued_at', 'sent_at', 'failed_at');

-- Mails of companies go to several people, in the company's name, with files.
alter table mails
  add column also_to text[] not null default '{}',
  add column cc text[] not null default '{}',
  add column from_name text,
  add column reply_to text,
  add column attachments jsonb not null default '[]',
  add column error text;

do $$
declare
  target text;
begin
  foreach target in array array['offers', 'offer_items', 'offer_answers', 'document_links', 'document_sendings']
  loop
    perform close_to_company(target);
  end loop;
end $$;

-- Who has a link is in no company yet; offers expire in all companies.
create policy system on document_links for select to countinghouse_system using (true);
create policy system on offers for select to countinghouse_system using (true);
grant select on document_links, offers to countinghouse_system;

-- Text search, as for orders (ADR 0003).
grant create on schema public to countinghouse_search;
create index offers_search on offers using gin (tenant_id, search_text gin_trgm_ops);
create index offers_tags on offers using gin (tenant_id, tags);
create policy search on offers for select to countinghouse_search using (true);
grant select on offers to countinghouse_search;
create view searchable_offers as select * from offers where tenant_id = (select current_tenant());
alter view searchable_offers owner to countinghouse_search;
revoke create on schema public from countinghouse_search;
