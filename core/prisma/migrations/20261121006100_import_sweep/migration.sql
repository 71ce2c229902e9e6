-- When the file, staged lines and reports of an import were deleted.
alter table imports add column swept_at timestamptz(3);

-- What the sweep looks at.
create index imports_unswept on imports (created_at) where swept_at is null;
