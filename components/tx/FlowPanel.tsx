"use client";

import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { FlowSteps } from "./FlowSteps.tsx";
import { Gate } from "./Gate.tsx";
import type { FlowHandle } from "./useFlow.ts";

/** A form until its flow begins, then the flow's steps with the ways on; what neither can tell is said below both. */
export function FlowPanel<R, F>({
  flow,
  again,
  children,
}: {
  flow: FlowHandle<R, F>;
  /** What leaving the flow is called, such as "Change the amount". */
  again: string;
  children: ReactNode;
}) {
  return (
    <>
      {flow.record ? (
        <>
          <FlowSteps steps={flow.record.steps} title={flow.title} />
          {!flow.running && !flow.done && (
            <div className="mt-4 flex gap-3">
              <Gate purpose="go on" reason={null} onAct={() => void flow.resume()}>
                Go on
              </Gate>
              <Button onClick={flow.discard}>{again}</Button>
            </div>
          )}
        </>
      ) : (
        children
      )}
      {flow.problem && (
        <div className="mt-4">
          <ErrorNote>{flow.problem}</ErrorNote>
        </div>
      )}
    </>
  );
}
