import { COMMONS } from "@/lib/chain/commons.ts";
import type { Datanet } from "@/lib/db/queries/datanets.ts";
import { contributeHref, datanetHref } from "../../lib/site/hrefs.ts";
import type { RawParams } from "../../lib/site/searchParams.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ContributionBrowser } from "./ContributionBrowser.tsx";

export function DatanetContributions({ datanet, raw }: { datanet: Datanet; raw: RawParams }) {
  return (
    <ContributionBrowser
      scope={{ datanet: datanet.id }}
      by="contributor"
      raw={raw}
      path={datanetHref(datanet.id)}
      keep={{ tab: "contributions" }}
      searched="Search title, number or contributor’s address"
      empty={
        <EmptyState
          title="No contributions yet"
          action={
            datanet.id !== COMMONS && <LinkButton href={contributeHref(datanet.id)}>Contribute the first</LinkButton>
          }
        >
          The first to publish a passage is the one its answers pay.
        </EmptyState>
      }
    />
  );
}
