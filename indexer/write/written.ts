type Logged = {
  block: { timestamp: bigint; number: bigint };
  log: { logIndex: number };
  transaction: { hash: `0x${string}` };
};

/** The columns of schema/columns.ts. */
export const written = ({ block, log, transaction }: Logged) => ({
  at: Number(block.timestamp),
  block: Number(block.number),
  logIndex: log.logIndex,
  tx: transaction.hash,
});

export const logged = (event: Logged) => ({
  id: `${event.transaction.hash}-${event.log.logIndex}`,
  ...written(event),
});
