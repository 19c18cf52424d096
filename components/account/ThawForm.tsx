import { useState } from "react";
import { formatOpen } from "../../lib/format/money.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Field } from "../forms/Field.tsx";
import { whyNotAmount } from "../forms/whyNotAmount.ts";
import { Button } from "../ui/Button.tsx";

/** How much of the deposit is to be taken out. @param most wei that are deposited and not spent */
export function ThawForm({ most, busy, onThaw }: { most: bigint; busy: boolean; onThaw: (amount: bigint) => void }) {
  const [typed, setTyped] = useState<bigint | null | undefined>(undefined); // undefined: all of it, also when that changes
  const amount = typed === undefined ? most : typed;
  if (most === 0n) return <p className="text-[14px] text-ink-2">Nothing is deposited that has not been spent.</p>;
  const problem =
    whyNotAmount(amount) ??
    (amount! > most ? `At most ${formatOpen(most, "exact")} OPEN can be taken out.` : undefined);
  return (
    <form
      className="flex max-w-sm flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!problem && amount && !busy) onThaw(amount);
      }}
    >
      <Field label="Amount to take out" hint="All that is not spent, unless you choose less." error={problem}>
        {(control) => <AmountInput {...control} value={amount} onChange={setTyped} />}
      </Field>
      <div>
        <Button type="submit" busy={busy} aria-disabled={Boolean(problem) || busy || undefined}>
          Announce the withdrawal
        </Button>
      </div>
    </form>
  );
}
