import { Tag } from "../ui/Tag.tsx";

/** How a case ended; null while it is open. No tone of good or bad: what is good for the one is bad for the other. */
export function VerdictTag({ guilty }: { guilty: boolean | null }) {
  if (guilty === null) return <Tag tone="warn">open</Tag>;
  return guilty ? (
    <Tag title="What was claimed is so: the bond goes back to the challenger.">claim upheld</Tag>
  ) : (
    <Tag title="What was claimed is not so: half of the bond goes to the accused, half is burnt.">claim refused</Tag>
  );
}
