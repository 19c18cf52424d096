-- Which contribution a content was read for: after a reorganisation of the chain its id can be another's. Rows from before are read again.
alter table worker.content add column uri text not null default '';
alter table worker.content add column root text not null default '';
