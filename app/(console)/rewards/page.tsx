import type { Metadata } from "next";
import { RewardsPage } from "@/components/rewards/RewardsPage.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";

export const metadata: Metadata = { title: "Rewards" };

export default function Page() {
  return (
    <>
      <PageHeader title="Rewards">
        Paid by callers for answers that used what you contributed, own or serve. What was served before a midnight
        (UTC, chain time) joins the next epoch, posted when the previous one’s challenge window has closed. It can be
        challenged for 24 hours and is yours to claim from then on.
      </PageHeader>
      <RewardsPage />
    </>
  );
}
