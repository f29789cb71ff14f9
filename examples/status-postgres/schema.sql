-- Every callback, once: the key is that of ringback's eventKey.
create table callbacks (
  key text primary key,
  sid text not null,
  status text not null,
  parameters json not null,
  received_at timestamptz not null default now()
);

-- How far each message and call got.
create table statuses (
  sid text primary key,
  status text not null,
  changed_at timestamptz not null default now()
);
