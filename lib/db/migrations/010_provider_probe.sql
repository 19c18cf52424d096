-- How often each provider was asked whether it is there, and answered; by day of the server's clock.
create table gateway.provider_probe (
  provider numeric(78) not null, -- registry id
  day integer not null, -- days since 1970
  asked integer not null,
  answered integer not null,
  primary key (provider, day)
);
