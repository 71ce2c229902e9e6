-- The orders of the invoice list, as its statement asks for them.
create index invoices_by_due on invoices (tenant_id, (coalesce(due_date, '9999-12-31'::date)), id);
create index invoices_by_number on invoices (tenant_id, (coalesce(number, '')), id);
create index invoices_by_total on invoices (tenant_id, total_minor, id);
