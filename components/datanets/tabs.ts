export const datanetTabs = ["overview", "contributions", "usage", "reviews"] as const;
export type DatanetTab = (typeof datanetTabs)[number];
