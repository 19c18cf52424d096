-- What is read each second or by each page must not grow with all that was ever served.
create index on gateway.receipt (created_at);
create index on gateway.receipt (provider);
create index on worker.attribution (traced_at);

-- Whether an epoch has the receipt: those that none has are looked for each second, and must be found without reading all the others.
alter table worker.attribution add column is_assigned boolean not null default false;
update worker.attribution a set is_assigned = true where exists (select 1 from worker.epoch_receipt e where e.receipt = a.receipt);
create index attribution_due on worker.attribution (receipt) where not is_assigned;

create function worker.note_assignment() returns trigger language plpgsql as $$ begin
  if tg_op = 'TRUNCATE' then
    update worker.attribution set is_assigned = false;
  elsif tg_op = 'DELETE' then
    update worker.attribution set is_assigned = false where receipt = old.receipt;
  else
    update worker.attribution set is_assigned = true where receipt = new.receipt;
  end if;
  return null;
end $$;
create trigger note_assignment after insert or delete on worker.epoch_receipt
  for each row execute function worker.note_assignment();
create trigger note_truncation after truncate on worker.epoch_receipt
  for each statement execute function worker.note_assignment();

-- A restored database can know the epoch of a receipt before its attribution.
create function worker.inherit_assignment() returns trigger language plpgsql as $$ begin
  new.is_assigned := exists (select 1 from worker.epoch_receipt e where e.receipt = new.receipt);
  return new;
end $$;
create trigger inherit_assignment before insert on worker.attribution
  for each row execute function worker.inherit_assignment();
