"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId } from "react";
import { withQuery } from "../../lib/site/hrefs.ts";
import { Input, Select } from "../forms/controls.tsx";
import { Button } from "../ui/Button.tsx";

/** Filters whose state is the URL. Choices apply at once; text applies with Enter or the button. Works without scripts. */
export function Filters({
  action,
  search,
  keep = {},
  children,
}: {
  action: Route;
  /** Parameters that stay as they are. */
  keep?: Record<string, string>;
  search?: { label: string; value: string };
  children?: ReactNode;
}) {
  const id = useId();
  const router = useRouter();
  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]);
    router.push(withQuery(action, Object.fromEntries(values)), { scroll: false });
  }
  return (
    <form
      action={action}
      onSubmit={apply}
      onChange={(event) => event.target instanceof HTMLSelectElement && event.currentTarget.requestSubmit()}
      className="mb-5 flex flex-wrap items-end gap-3"
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search && (
        <div className="flex min-w-0 grow basis-full items-end gap-3 md:basis-72">
          <div className="min-w-0 flex-1 text-[12.5px] text-ink-3">
            <label htmlFor={id}>{search.label}</label>
            <Input
              id={id}
              key={search.value}
              type="search"
              name="q"
              defaultValue={search.value}
              maxLength={200}
              className="mt-1 h-10"
            />
          </div>
          <Button type="submit" className="h-10">
            Search
          </Button>
        </div>
      )}
      {children}
    </form>
  );
}

/** One choice. An empty value is the default. */
export function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
}) {
  const id = useId();
  return (
    <div className="min-w-32 flex-1 text-[12.5px] text-ink-3 sm:max-w-52">
      <label htmlFor={id}>{label}</label>
      <Select id={id} key={value} name={name} defaultValue={value} className="mt-1 h-10">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </div>
  );
}
