import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/Button.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHeader title="There is nothing at this address">
        The link may be old or mistyped; or what it names is newer than the index. Every datanet, model and receipt can
        be found from its list.
      </PageHeader>
      <LinkButton href="/" variant="primary">
        Go to the overview
      </LinkButton>
    </>
  );
}
