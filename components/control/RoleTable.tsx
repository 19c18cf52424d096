import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { heldRoles } from "@/lib/db/queries/roles.ts";
import { checkGoverned, checkRoles } from "@/lib/governance/readControl.ts";
import { contractNames } from "../display/contracts.ts";
import { ZERO_ADDRESS } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Note } from "../ui/Note.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { whoIs } from "./whoIs.ts";

/** Who holds the timelock's roles, and whom each contract obeys: read from events and asked for again on the chain. */
export async function RoleTable() {
  await connection();
  const [roles, governed] = await Promise.all([heldRoles(sql()).then(checkRoles), checkGoverned()]);
  const unsound = [
    ...roles.filter(({ sound }) => !sound).map(({ name }) => name),
    ...governed.filter(({ sound }) => !sound).map(({ contract }) => `${contractNames[contract]}.governance`),
  ];
  return (
    <>
      {unsound.length > 0 && (
        <div role="alert" className="mb-4">
          <Note tone="bad" title="Power lies where it should not, or the chain did not answer">
            {unsound.join(", ")}.
          </Note>
        </div>
      )}
      <Table caption="Roles of the timelock and whom contracts obey">
        <thead>
          <tr>
            <Th>What</Th>
            <Th>Who</Th>
            <Th wide>Finding</Th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role.name}>
              <Td>
                {role.may}
                <span className="block text-[12.5px] text-ink-3">
                  Timelock, <span className="whitespace-nowrap">{role.name}</span>
                </span>
                <Sound sound={role.sound} folded />
              </Td>
              <Td>
                {role.holders.length === 0 && <span className="text-ink-3">nobody</span>}
                {role.holders.map(({ account }) => (
                  <span key={account} className="block">
                    <Who account={account} />
                  </span>
                ))}
              </Td>
              <Td wide>
                <Sound sound={role.sound} />
              </Td>
            </tr>
          ))}
          {governed.map(({ contract, governance, sound }) => (
            <tr key={contract}>
              <Td>
                Govern {contractNames[contract]}
                <span className="block text-[12.5px] text-ink-3">immutable</span>
                <Sound sound={sound} folded />
              </Td>
              <Td>{governance ? <Who account={governance} /> : <span className="text-ink-3">no answer</span>}</Td>
              <Td wide>
                <Sound sound={sound} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

/** @param folded in the first cell, where the column is hidden */
function Sound({ sound, folded = false }: { sound: boolean; folded?: boolean }) {
  const tag = <Tag tone={sound ? "good" : "bad"}>{sound ? "sound" : "check"}</Tag>;
  return folded ? <Folded>{tag}</Folded> : tag;
}

function Who({ account }: { account: string }) {
  const name = whoIs(account);
  if (account === ZERO_ADDRESS) return "anybody";
  return name ? (
    <span title={account}>
      {name} <span className="num text-[12.5px] text-ink-3">{account.slice(0, 8)}…</span>
    </span>
  ) : (
    <Address address={account} />
  );
}
