/** Why a contract would not take what somebody signed: the field it is about; reason and remedy in a sentence. */
export type Refusal = { field: string; message: string };
