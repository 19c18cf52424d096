-- The public sentence behind a review's reasonHash (keccak256 of its UTF-8).
create table worker.review_reason (
  hash text primary key, -- 0x + 64
  text text not null
);
