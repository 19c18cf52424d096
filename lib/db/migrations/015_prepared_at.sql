-- Of the block that an epoch was prepared at: where the chain no longer has it, neither the seal nor the redirects need be what they were. Null for epochs
-- that were read from their files.
alter table worker.epoch add column snapshot_hash text, add column snapshot_block bigint;
