-- What this worker found when it redid a posted epoch, and what it did about it.
create table worker.verdict (
  epoch bigint not null,
  root text not null,
  verdict text not null check (verdict in ('equal', 'different', 'unavailable')),
  sentence text not null,
  action text check (action in ('proved', 'disputed')),
  tx text,
  at timestamptz not null default now(),
  primary key (epoch, root)
);
