import { contributorHref } from "../../lib/site/hrefs.ts";
import type { RawParams } from "../../lib/site/searchParams.ts";
import { ContributionBrowser } from "../datanets/ContributionBrowser.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

export async function ContributorContributions({
  address,
  searchParams,
}: {
  address: string;
  searchParams: Promise<RawParams>;
}) {
  return (
    <Card id="contributions" title="Contributions">
      <ContributionBrowser
        scope={{ contributor: address }}
        by="datanet"
        raw={await searchParams}
        path={contributorHref(address)}
        searched="Search title or number"
        empty={
          <EmptyState title="No contributions" action={<LinkButton href="/datanets">Find a datanet</LinkButton>}>
            Nothing was committed from this address.
          </EmptyState>
        }
      />
    </Card>
  );
}
