// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Shares
/// @notice The arithmetic of a staking pool. While there are shares, 1 <= tokens <= shares: the price is at most 1, nothing is divided by zero, and
/// nobody gains by being first. contracts/test/lemmas proves that each step keeps it so.
library Shares {
    uint256 private constant BPS = 10_000;

    /// @notice Shares for what is staked, rounded down: a newcomer never gets more than it pays for.
    function minted(uint256 amount, uint256 tokens, uint256 shares) internal pure returns (uint256) {
        return shares == 0 ? amount : amount * shares / tokens;
    }

    /// @notice Tokens behind a part of the pool's shares, rounded down.
    function worth(uint256 part, uint256 tokens, uint256 shares) internal pure returns (uint256) {
        return part == 0 ? 0 : part * tokens / shares;
    }

    /// @notice Tokens that a slash takes, rounded down.
    function slashed(uint256 tokens, uint256 bps) internal pure returns (uint256) {
        return tokens * bps / BPS;
    }
}
