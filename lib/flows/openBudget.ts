import type { Flow } from "../tx/flow.ts";
import { prepaidLeft, readCredit } from "./api/credit.ts";
import { type CreateKeyFacts, createKeyFlow } from "./createKey.ts";
import { type DepositFacts, depositFlow } from "./deposit.ts";

export type BudgetRequest = {
  label: string;
  /** Wei that may be spent from now on. */
  budget: bigint;
};

export type BudgetFacts = {
  /** Wei to deposit: what the budget needs beyond what is prepaid; 0 = nothing. */
  missing: bigint;
  deposit: DepositFacts;
  key: CreateKeyFacts;
};

const isKeyStep = (step: string) => step === "sign" || step === "create";

const depositOf = (facts: Pick<BudgetFacts, "missing">) => ({ amount: facts.missing, permit: true });

/** From an account without credit to a key that can ask: deposit what is missing, sign the budget, get a key for this browser. */
export const openBudgetFlow: Flow<BudgetRequest, BudgetFacts> = {
  name: "openBudget",

  async plan(request, tools) {
    const prepaid = prepaidLeft(await readCredit(tools.port.account));
    const missing = request.budget > prepaid ? request.budget - prepaid : 0n;
    const [deposit, key] = await Promise.all([
      depositFlow.plan({ amount: missing, permit: true }, tools),
      createKeyFlow.plan(request, tools),
    ]);
    const steps = [...(missing > 0n ? deposit.steps : []), ...key.steps];
    return { facts: { missing, deposit: deposit.facts, key: key.facts }, steps };
  },

  title(step, request) {
    if (isKeyStep(step)) return createKeyFlow.title(step, request);
    return step === "permit" ? "Sign an allowance for the deposit" : "Deposit what the budget needs";
  },

  act: (step, request, facts, tools) =>
    isKeyStep(step)
      ? createKeyFlow.act(step, request, facts.key, tools)
      : depositFlow.act(step, depositOf(facts), facts.deposit, tools),

  learn: (step, result, request, facts) =>
    isKeyStep(step)
      ? { ...facts, key: createKeyFlow.learn(step, result, request, facts.key) }
      : { ...facts, deposit: depositFlow.learn(step, result, depositOf(facts), facts.deposit) },

  async recover(step, _, facts, tools) {
    if (isKeyStep(step)) return null; // a signature nobody received spends nothing
    const deposit = await depositFlow.recover!(step, depositOf(facts), facts.deposit, tools);
    return deposit && { ...facts, deposit };
  },
};
