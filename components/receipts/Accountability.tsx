import Link from "next/link";
import type { ReactNode } from "react";
import { formatPlural } from "@/lib/format/number.ts";
import { datanetHref, modelHref } from "../../lib/site/hrefs.ts";
import { Contact } from "../display/Contact.tsx";
import { nameOf, placeOf } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Card } from "../ui/Card.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import type { ReceiptView } from "./readReceipt.ts";

/** Who answers for each stage of the answer, from the documents they published themselves. */
export function Accountability({ view }: { view: ReceiptView }) {
  const { receipt, attribution } = view;
  const shares = [...view.shares, ...(view.context?.shares ?? [])];
  const datanets = [...new Map(shares.map((share) => [share.datanet, share])).values()];
  const contributorsOf = (datanet: bigint) =>
    new Set(shares.filter((share) => share.datanet === datanet).map((share) => share.payee)).size;
  return (
    <Card id="accountable" title="Who answers for this" note="Contacts are those the parties registered.">
      <Table caption="Who answers for this">
        <thead>
          <tr>
            <Th>Stage</Th>
            <Th>Party</Th>
            <Th wide>Contact</Th>
          </tr>
        </thead>
        <tbody>
          {datanets.map((share) => (
            <Row key={share.datanet} stage="Data" contact={share.datanetContact}>
              {formatPlural(contributorsOf(share.datanet), "contributor")}, datanet{" "}
              <Link className="link" href={datanetHref(share.datanet)}>
                {nameOf("datanet", share.datanet, share.datanetName)}
              </Link>
            </Row>
          ))}
          {attribution && datanets.length === 0 && (
            <Row stage="Data" contact={null}>
              nobody’s contribution was repeated
            </Row>
          )}
          <Row stage="Model" contact={receipt.modelContact}>
            <Link className="link" href={modelHref(receipt.model)}>
              {nameOf("model", receipt.model, receipt.modelName)}
            </Link>{" "}
            v{receipt.version}
            {receipt.modelOwner && (
              <>
                , owned by <Address address={receipt.modelOwner} />
              </>
            )}
          </Row>
          <Row stage="Serving" contact={receipt.providerContact}>
            {nameOf("provider", receipt.provider, receipt.providerName)},{" "}
            {placeOf(receipt.providerRegion, receipt.providerCountry)}
          </Row>
          <Row stage="Policy" contact={null}>
            attribution {attribution?.method ?? "pending"}; protocol parameters as deployed
          </Row>
        </tbody>
      </Table>
    </Card>
  );
}

function Row({ stage, contact, children }: { stage: string; contact: string | null; children: ReactNode }) {
  return (
    <tr>
      <Td>{stage}</Td>
      <Td>
        {children}
        <span className="mt-0.5 block text-[13px] text-ink-2 md:hidden">
          <Contact contact={contact} />
        </span>
      </Td>
      <Td wide>
        <Contact contact={contact} />
      </Td>
    </tr>
  );
}
