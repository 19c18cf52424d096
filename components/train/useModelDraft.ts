"use client";

import { useEffect, useState } from "react";
import { emptyDraft, type ModelDraft } from "./draft.ts";

const KEY = "openledger:new-model";

/** The model that is being made, kept in this browser until it is published: a training goes on while nobody looks. */
export function useModelDraft() {
  const [draft, setDraft] = useState(emptyDraft);
  const [read, setRead] = useState(false);
  useEffect(() => {
    setDraft({ ...emptyDraft, ...readKept() });
    setRead(true);
  }, []);

  function change(part: Partial<ModelDraft>) {
    setDraft((now) => {
      const next = { ...now, ...part };
      localStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  }

  function clear() {
    localStorage.removeItem(KEY);
    setDraft(emptyDraft);
  }
  return { draft, change, clear, read };
}

/** Nothing where what is kept is no draft: another version of this page, or a person, wrote it. */
function readKept(): Partial<ModelDraft> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? kept : {};
  } catch {
    return {};
  }
}
