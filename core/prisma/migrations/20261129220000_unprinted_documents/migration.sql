-- The sweep finds documents of all companies that wait for their PDF, and nothing else of them.
create index documents_unprinted on documents (created_at) where pdf_state = 'pending';
create policy system on documents for select to countinghouse_system using (true);
grant select (id, tenant_id, pdf_state, created_at) on documents to countinghouse_system;
