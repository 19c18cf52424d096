import { connection } from "next/server";
import { parameterKey, readParameters } from "@/lib/governance/readParameters.ts";
import type { RawParams } from "../../lib/site/searchParams.ts";
import { textParam } from "../../lib/site/searchParams.ts";
import { ErrorNote } from "../ui/Note.tsx";
import { ProposalForm } from "./ProposalForm.tsx";

/** The form, with what the chain has now. */
export async function NewProposalPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const chosen = textParam.parse((await searchParams).parameter);
  const read = await readParameters();
  const known = read.filter(({ value }) => value !== null);
  if (known.length === 0) {
    return (
      <ErrorNote title="The chain does not answer">
        A proposal starts from the value that the chain has now. Reload the page when the chain is back.
      </ErrorNote>
    );
  }
  const values = Object.fromEntries(known.map(({ parameter, value }) => [parameterKey(parameter), value!]));
  return <ProposalForm values={values} chosen={chosen in values ? chosen : null} />;
}
