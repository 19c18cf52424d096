/** A contact as registered; breaks before the @ where the line is short. Nobody was named: says so. */
export function Contact({ contact }: { contact: string | null }) {
  if (!contact) return <span className="text-ink-3">none named</span>;
  const at = contact.lastIndexOf("@");
  if (at < 0) return contact;
  return (
    <>
      {contact.slice(0, at)}
      <wbr />
      {contact.slice(at)}
    </>
  );
}
