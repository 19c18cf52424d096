import { Tag } from "../ui/Tag.tsx";

/** How a case ended; null while it is open. */
export function VerdictTag({ guilty }: { guilty: boolean | null }) {
  if (guilty === null) return <Tag tone="warn">open</Tag>;
  return guilty ? (
    <Tag tone="bad" title="What was claimed is so: the bond goes back to the challenger.">
      founded
    </Tag>
  ) : (
    <Tag tone="good" title="What was claimed is not so: half of the bond goes to the accused, half is burnt.">
      unfounded
    </Tag>
  );
}
