const svg = (body: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">${body}</svg>`)}`;

// Pictures inside the wallet's modal cannot see our CSS variables: ink and paper as literals.
export const browserIcon = svg(
  '<rect width="28" height="28" fill="#5a574d"/><path d="M7 10h14v10H7zM7 10l2-3h10l2 3M17 15h4" fill="none" stroke="#fff" stroke-width="1.6"/>',
);
export const testIcon = svg(
  '<rect width="28" height="28" fill="#a8590a"/><path d="M11 6v5l-4 9a1.5 1.5 0 0 0 1.4 2h11.2a1.5 1.5 0 0 0 1.4-2l-4-9V6M9.5 6h9M9 17h10" fill="none" stroke="#fff" stroke-width="1.6"/>',
);
