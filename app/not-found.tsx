import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/Button.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHeader title="There is nothing at this address">
        The link may be old or mistyped, or what it names is newer than the index: then it appears in a moment. Every
        datanet, model and receipt can be found from its list.
      </PageHeader>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/" variant="primary">
          Go to the overview
        </LinkButton>
        <LinkButton href="/datanets">Datanets</LinkButton>
        <LinkButton href="/models">Models</LinkButton>
        <LinkButton href="/receipts">Receipts</LinkButton>
      </div>
    </>
  );
}
