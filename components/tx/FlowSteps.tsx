import type { StepState } from "../../lib/tx/flow.ts";
import { Hash } from "../ui/Hash.tsx";
import { Spinner } from "../ui/Spinner.tsx";

const says: Record<StepState["phase"], string> = {
  idle: "",
  wallet: "Answer the request in your wallet.",
  pending: "In a moment.",
  indexing: "On the chain; waiting until it is indexed.",
  done: "Done.",
  failed: "",
};

/** The same for a step that is a transaction. */
const inBlock: typeof says = { ...says, pending: "On its way into a block." };

const LATE = "Done on the chain. The index has not caught up yet, so lists may show it a little later.";

/** The steps of a flow and where each stands; changes are announced. */
export function FlowSteps({ steps, title }: { steps: StepState[]; title: (step: string) => string }) {
  return (
    <ol aria-live="polite" className="flex flex-col gap-3 text-[14px]">
      {steps.map((step, i) => (
        <li key={step.id} className="flex items-start gap-3">
          <Mark phase={step.phase} number={i + 1} />
          <div className="min-w-0">
            <p className={step.phase === "idle" ? "text-ink-2" : "font-[550]"}>{title(step.id)}</p>
            <p className={step.phase === "failed" ? "text-bad" : "text-[13px] text-ink-2"}>
              {step.error?.sentence ?? (step.late ? LATE : step.hash ? inBlock[step.phase] : says[step.phase])}{" "}
              {step.hash && <Hash value={step.hash} />}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const circle = "grid size-6 shrink-0 place-items-center rounded-full border text-[12px] tabular-nums";

function Mark({ phase, number }: { phase: StepState["phase"]; number: number }) {
  if (phase === "done") return <span className={`${circle} border-transparent bg-good-soft text-good`}>✓</span>;
  if (phase === "failed") return <span className={`${circle} border-transparent bg-bad-soft text-bad`}>✕</span>;
  if (phase === "idle") return <span className={`${circle} border-line-strong text-ink-2`}>{number}</span>;
  return (
    <span className={`${circle} border-transparent bg-accent-soft text-accent`}>
      <Spinner />
    </span>
  );
}
