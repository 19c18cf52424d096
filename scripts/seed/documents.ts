import { parseEther } from "viem";
import type {
  AttributorDocument,
  ClassifierPart,
  DatanetDocument,
  GatewayDocument,
  ModelDocument,
  ProviderDocument,
  ValidatorDocument,
} from "../../lib/storage/documents.ts";

// What the seeded people say about what they run.

export const commonsDocument: DatanetDocument = {
  type: "datanet",
  name: "Commons",
  summary: "Text that belongs to everybody: first in every ledger, so that nobody is paid for it.",
  description:
    "Boilerplate that stands in thousands of files, word for word. The first proposal entered it, before any contribution. Where an answer repeats it, nobody is paid for that part.",
  tags: ["commons", "boilerplate"],
  dataType: "text",
  licence: "CC0-1.0",
  contact: "commons@openledger.example",
};

export const licencesDocument: DatanetDocument = {
  type: "datanet",
  name: "Software licences",
  summary: "The full texts of the software, data and document licences on the SPDX list.",
  description:
    "It began with the texts of the SPDX licence list, unchanged, as the npm package spdx-license-list ships them (CC0-1.0). A text that is more than nine tenths contained in earlier ones is refused: many licences exist under several identifiers, and the first to contribute one earns for it.",
  tags: ["law", "licences", "open source", "SPDX"],
  dataType: "text",
  licence: "CC0-1.0",
  contact: "licences@openledger.example",
};

export const manualDocument: DatanetDocument = {
  type: "datanet",
  name: "Next.js manual",
  summary: "Pages of the Next.js documentation: getting started, functions and guides of the App Router.",
  description:
    "Each contribution is one page of the documentation that ships inside the npm package next (MIT), in Markdown, unchanged but for the front matter. Commits and reveals may share a transaction here: pages are public, so there is nothing to run ahead of.",
  tags: ["web", "documentation", "React", "Next.js"],
  dataType: "markdown",
  licence: "MIT",
  contact: "manual@openledger.example",
};

export const licenceCounselDocument: ModelDocument = {
  type: "model",
  name: "Licence Counsel",
  summary: "Answers questions about software licences by quoting the licences themselves.",
  description:
    "Finds the passage that answers best and quotes it, so every word has a source. It gives no legal advice and knows nothing but the texts of its datanet.",
  method: "datanet-extractive",
  price: { perThousandTokens: String(parseEther("2")) },
  licence: "CC0-1.0",
  contact: "counsel@openledger.example",
};

export const nextGuideDocument: ModelDocument = {
  type: "model",
  name: "Next Guide",
  summary: "Answers questions about Next.js with passages of its manual.",
  description:
    "Quotes the page of the Next.js documentation that fits the question best. It does not write code of its own.",
  method: "datanet-extractive",
  price: { perThousandTokens: String(parseEther("1.2")) },
  licence: "MIT",
  contact: "guide@openledger.example",
};

/** Registered where OPENAI_BASE_URL names an upstream to answer for it. */
export const plainLicencesDocument: ModelDocument = {
  type: "model",
  name: "Plain Licences",
  summary: "Explains software licences in its own words, from passages of the licences themselves.",
  description:
    "The gateway looks up to five passages of the datanet up and puts them into the prompt; the upstream answers from them. What it repeats is credited word for word; what it puts otherwise is credited in context, apart and capped.",
  method: "openai",
  upstream: { model: "default" },
  price: { perThousandTokens: String(parseEther("0.5")) },
  licence: "CC0-1.0",
  contact: "plain@openledger.example",
};

export const licenceFamilyDocument = (classifier: ClassifierPart): ModelDocument => ({
  type: "model",
  name: "Licence family",
  summary: "Says which family of licences a clause or text belongs to.",
  description:
    "Trained on the texts of the Software licences datanet whose SPDX identifier names a family: permissive, weak copyleft, strong copyleft, content and data, or public domain. Send it a clause or a whole licence; it answers with the family and how sure it is. It is right about four times in five on texts that it was not trained on, and gives no legal advice.",
  method: "datanet-classifier",
  classifier,
  price: { perThousandTokens: String(parseEther("1")) },
  licence: "CC0-1.0",
  contact: "licences@openledger.example",
});

export const gatewayDocument: GatewayDocument = {
  type: "gateway",
  name: "OpenLedger gateway",
  contact: "gateway@openledger.example",
};

export const attributorDocument: AttributorDocument = {
  type: "attributor",
  name: "OpenLedger attributor",
  contact: "attributor@openledger.example",
};

export const providerDocument = (endpoint: string): ProviderDocument => ({
  type: "provider",
  name: "Reference provider",
  endpoint,
  region: "this machine",
  country: "ZZ", // ISO 3166: unknown
  contact: "provider@openledger.example",
});

/** Registered and staked, and switched off since. */
export const formerProviderDocument: ProviderDocument = {
  type: "provider",
  name: "Harbour node",
  endpoint: "http://127.0.0.1:9",
  region: "this machine, switched off since",
  country: "ZZ",
  contact: "harbour@openledger.example",
};

export const validatorDocuments: ValidatorDocument[] = ["Aldgate", "Bramble", "Corvus", "Dunmore", "Evenlode"].map(
  (name) => ({ type: "validator", name: `${name} review`, contact: `${name.toLowerCase()}@openledger.example` }),
);
