"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../lib/errors/ApiError.ts";
import { readTraining } from "../../lib/flows/api/trainings.ts";
import { queryKeys } from "../tx/queryKeys.ts";

const EVERY_MS = 500;

/** A training, read again until it has ended. A training that the server does not know any more is none. */
export function useTraining(id: string | null) {
  return useQuery({
    queryKey: queryKeys.training(id ?? ""),
    queryFn: () =>
      readTraining(id!).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) =>
      data?.state === "queued" || data?.state === "running" ? EVERY_MS : false,
  });
}
