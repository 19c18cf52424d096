import type { Evaluation } from "../../lib/influence/classifier/evaluate.ts";
import { measuresOf } from "../../lib/influence/classifier/measures.ts";
import { Table, Td, Th } from "../ui/Table.tsx";

const percent = (part: number, whole: number) => (whole === 0 ? "—" : `${((part * 100) / whole).toFixed(1)} %`);

/** Accuracy of a classifier in two figures and a table: what each label's texts were taken for. */
export function ConfusionTable({ evaluation }: { evaluation: Evaluation }) {
  const { texts, right, commonest, labels } = measuresOf(evaluation);
  return (
    <>
      <dl className="mb-4 grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-3">
        <Figure value={percent(right, texts)}>
          of {texts} texts found, each by training without it (leave-one-out, exact)
        </Figure>
        <Figure value={percent(commonest, texts)}>would be found by always saying the commonest label</Figure>
        <Figure value={String(texts)}>training texts in {labels.length} labels; repeated texts are left out</Figure>
      </dl>
      <Table caption="What the texts of each label were taken for, each when trained without it">
        <thead>
          <tr>
            <Th>Label</Th>
            <Th numeric>Texts</Th>
            <Th numeric>Found</Th>
            {labels.map(({ label }) => (
              <Th key={label} numeric wide>
                as {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map(({ label, texts, right }, row) => (
            <tr key={label}>
              <Td>{label}</Td>
              <Td numeric>{texts}</Td>
              <Td numeric>{percent(right, texts)}</Td>
              {evaluation.confusion[row]!.map((count, column) => (
                <Td key={labels[column]!.label} numeric wide className={column === row ? "font-[650]" : "text-ink-2"}>
                  {count}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Figure({ value, children }: { value: string; children: React.ReactNode }) {
  return (
    <div className="border-ink border-t-2 pt-2">
      <dd className="num font-medium text-[23px] leading-tight">{value}</dd>
      <dt className="mt-1 text-[13px] text-ink-2">{children}</dt>
    </div>
  );
}
