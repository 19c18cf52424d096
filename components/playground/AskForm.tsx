"use client";

import { type KeyboardEvent, useState } from "react";
import { Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { Gate } from "../tx/Gate.tsx";
import { Button } from "../ui/Button.tsx";
import { Switch } from "../ui/Switch.tsx";
import type { Question } from "./askTurn.ts";
import { ModelPicker, type PlaygroundModel } from "./ModelPicker.tsx";

/** What is asked, of which model, and who may read it. `blocked` says why nothing can be asked yet. */
export function AskForm({
  models,
  first,
  brought,
  blocked,
  busy,
  onAsk,
}: {
  models: PlaygroundModel[];
  first: PlaygroundModel;
  /** The question somebody came with; empty for none. */
  brought: string;
  blocked: string | null;
  busy: boolean;
  /** @returns whether it was answered */
  onAsk: (question: Question) => Promise<boolean>;
}) {
  const [chosen, setChosen] = useState(first);
  const [question, setQuestion] = useState(brought);
  const [published, setPublished] = useState(true);
  const reason = blocked ?? (question.trim() === "" ? "Write a question first." : null);

  async function ask() {
    const asked = question.trim();
    setQuestion("");
    const answered = await onAsk({ model: `ol-${chosen.id}`, modelName: chosen.name, question: asked, published });
    // What found no answer is asked again without being typed again, unless another has been begun.
    if (!answered) setQuestion((now) => now || asked);
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && reason === null && !busy) void ask();
  }

  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-5" onSubmit={(event) => event.preventDefault()}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]">
        <ModelPicker
          models={models}
          chosen={chosen}
          onChoose={(id) => setChosen(models.find((model) => model.id === id) ?? chosen)}
        />
        <Field label="Question" hint="Ctrl or ⌘ and Enter asks.">
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={4_000}
              value={question}
              onKeyDown={onKey}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
      </div>
      {brought === "" && chosen.asked.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 text-[13px]">
          <span className="text-ink-3">Asked before:</span>
          {chosen.asked.map((text) => (
            <Button key={text} size="small" className="max-w-full font-normal" onClick={() => setQuestion(text)}>
              <span className="truncate">{text}</span>
            </Button>
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <Switch
          checked={published}
          onChange={setPublished}
          label="Publish question and answer"
          note={
            published
              ? "Anybody can read them on the receipt and check its shares."
              : "Only hashes are public; you can open them later."
          }
        />
        <Gate purpose="ask" reason={reason} busy={busy} onAct={ask}>
          Ask
        </Gate>
      </div>
    </form>
  );
}
