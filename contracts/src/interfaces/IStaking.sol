// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// One pool per target. target = 2^160 + registry id. The share price starts at 1 and can only fall (slashing).
interface IStaking {
    struct Pool {
        uint128 tokens;
        uint128 shares;
        uint128 earning;
        uint256 acc; // rewards per share, scaled 1e18
        uint256 carry; // scaled 1e18
    }

    struct Position {
        uint128 shares;
        uint128 thawing;
        uint48 thawedAt;
        uint256 paid; // scaled 1e18
        uint256 owed; // scaled 1e18
    }

    event Staked(uint256 indexed target, address indexed who, uint256 amount, uint256 shares);
    event Unstaking(uint256 indexed target, address indexed who, uint256 shares, uint256 at);
    event Withdrawn(uint256 indexed target, address indexed who, uint256 amount);
    event Rewarded(uint256 indexed target, uint256 amount);
    event RewardPaid(uint256 indexed target, address indexed who, uint256 amount);
    event Slashed(uint256 indexed target, address indexed to, uint256 amount);

    function stake(uint256 target, uint128 amount) external returns (uint128 shares);
    function unstake(uint256 target, uint128 shares) external;
    function withdraw(uint256 target) external returns (uint128 amount);
    function claim(uint256 target) external returns (uint256 amount);
    function notify(uint256 target, uint256 amount) external; // only Settlement
    function slash(uint256 target, uint256 bps, address to) external returns (uint128 amount); // only Settlement or the arbiter
    function poolOf(uint256 target) external view returns (Pool memory);
    function positionOf(uint256 target, address who) external view returns (Position memory);
    /// Tokens of a target's pool at a past time (checkpointed), for weighing validators.
    function stakeAt(uint256 target, uint48 timepoint) external view returns (uint256);
}
