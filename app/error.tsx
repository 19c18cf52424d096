"use client";

import { Button } from "@/components/ui/Button.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div role="alert">
      <PageHeader title="This page could not be made">
        Something it needs did not answer; nothing was changed. Try again, and if it stays, look at the status page
        {error.digest ? ` (reference ${error.digest})` : ""}.
      </PageHeader>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </div>
  );
}
