/** Ties a passage to its share: an open square, where what is repeated word for word has a filled one. */
export function ContextKey() {
  return (
    <span
      aria-hidden="true"
      className="mr-1.5 inline-block size-2.5 rounded-[2px] border-[1.5px] border-ink-2 border-dashed"
    />
  );
}
