import type { Route } from "next";

type Id = bigint | number | string;
type Query = Record<string, string | number | undefined>;

/** `path?query` without empty values, so that a default never shows in the URL. */
export function withQuery(path: string, query: Query): Route {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return (text ? `${path}?${text}` : path) as Route;
}

export const datanetHref = (id: Id, query: Query = {}) => withQuery(`/datanets/${id}`, query);
export const contributeHref = (datanet: Id) => `/datanets/${datanet}/contribute` as Route;
export const contributionHref = (datanet: Id, id: Id) => `/datanets/${datanet}/contributions/${id}` as Route;
export const playgroundHref = (model?: Id) =>
  withQuery("/playground", { model: model === undefined ? undefined : String(model) });
export const accountHref = "/account" as Route;
export const modelHref = (id: Id) => `/models/${id}` as Route;
export const receiptHref = (id: string) => `/receipts/${id}` as Route;
export const receiptsHref = (query: Query = {}) => withQuery("/receipts", query);
export const contributorHref = (address: string, query: Query = {}) =>
  withQuery(`/contributors/${address.toLowerCase()}`, query);
