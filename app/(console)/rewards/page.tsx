import type { Metadata } from "next";
import { RewardsPage } from "@/components/rewards/RewardsPage.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";

export const metadata: Metadata = { title: "Rewards" };

export default function Page() {
  return (
    <>
      <PageHeader title="Rewards">
        Paid by callers for answers that used what you contributed, own or serve. Each day’s fees are posted as one
        epoch, can be challenged for 24 hours, and are yours to claim from then on.
      </PageHeader>
      <RewardsPage />
    </>
  );
}
