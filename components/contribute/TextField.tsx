"use client";

import { type DragEvent, useRef, useState } from "react";
import { Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { ACCEPT, type ReadFile, readTextFile } from "./readTextFile.ts";

/** Where the text goes in: typed, pasted, dropped or chosen. */
export function TextField({
  text,
  onText,
  onFile,
  disabled,
}: {
  text: string;
  onText: (text: string) => void;
  onFile: (file: ReadFile) => void;
  disabled: boolean;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    try {
      onFile(await readTextFile(file));
      setProblem(null);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) void take(event.dataTransfer.files[0]);
  }

  return (
    <Field label="Text" error={problem} hint="Stored exactly as you give it. UTF-8, at most 1,000,000 bytes.">
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut for the button below
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={classes("rounded-control", over && "outline-2 outline-accent outline-offset-2 outline-dashed")}
        >
          <Textarea
            {...control}
            rows={14}
            value={text}
            disabled={disabled}
            placeholder="Paste or write here, or drop a file"
            onChange={(event) => {
              setProblem(null);
              onText(event.target.value);
            }}
          />
          <input
            ref={chooser}
            type="file"
            accept={ACCEPT}
            className="hidden"
            aria-hidden="true"
            tabIndex={-1}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Button size="small" className="mt-2" disabled={disabled} onClick={() => chooser.current?.click()}>
            Choose a file
          </Button>
        </div>
      )}
    </Field>
  );
}
