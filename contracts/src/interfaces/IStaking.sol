// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Staking
/// @notice One pool per target; target = 2^160 + registry id. The share price starts at 1 and can only fall (slashing): there is no way to
/// donate, so there is nothing to inflate. Rewards are a separate accumulator.
/// @dev Lemma: while shares > 0, 1 <= tokens <= shares.
interface IStaking {
    struct Pool {
        uint128 tokens;
        uint128 shares;
        uint128 earning; // shares that are not thawing
        uint256 acc; // rewards in OPEN per share, scaled 1e18
        uint256 carry; // scaled 1e18
    }

    struct Position {
        uint128 shares;
        uint128 thawing;
        uint48 thawedAt;
        uint256 paid; // the pool's acc at the last touch, scaled 1e18
        uint256 owed; // scaled 1e18
    }

    event Staked(uint256 indexed target, address indexed who, uint256 amount, uint256 shares);
    event Unstaking(uint256 indexed target, address indexed who, uint256 shares, uint256 at);
    event Withdrawn(uint256 indexed target, address indexed who, uint256 amount);
    event Rewarded(uint256 indexed target, address indexed token, uint256 amount);
    event RewardPaid(uint256 indexed target, address indexed who, address indexed token, uint256 amount);
    /// @param amount The whole sum slashed: half of it (rounded down) went to `to`, the rest was burnt.
    event Slashed(uint256 indexed target, address indexed to, uint256 amount);

    error Staking_ZeroAmount();
    error Staking_Insufficient(uint256 shares, uint256 wanted);
    /// @param at When the withdrawal opens; 0 if nothing is thawing.
    error Staking_StillThawing(uint256 at);
    error Staking_NotAllowed(address caller);
    error Staking_SlashTooLarge(uint256 bps);
    error Staking_FutureLookup(uint256 timepoint, uint256 now_);

    /// @notice Stakes the caller's tokens on an existing asset.
    /// @return shares At least `amount`; more once the pool has been slashed. Rounded down.
    function stake(uint256 target, uint128 amount) external returns (uint128 shares);

    /// @notice Starts to thaw shares: they stop earning and voting at once and stay slashable. Restarts the clock for shares already thawing.
    function unstake(uint256 target, uint128 shares) external;

    /// @notice Takes out all thawed shares at the pool's price, rounded down.
    function withdraw(uint256 target) external returns (uint128 amount);

    /// @notice Pays the caller's rewards in OPEN. Less than a wei stays owed.
    function claim(uint256 target) external returns (uint256 amount);

    /// @notice Pays the caller's rewards from many pools, in OPEN and in the stable token.
    function claimMany(uint256[] calldata targets) external;

    /// @notice Books `amount` that the settlement has just transferred here. What cannot be divided, or finds nobody staked, is carried to
    /// the next call. Only a settlement; which one says in which token.
    function notify(uint256 target, uint256 amount) external;

    /// @notice Takes `bps` (at most 5,000) of a pool, thawing shares included: half to `to`, half burnt, so that nobody gains by having
    /// himself slashed. Only a settlement or the arbiter.
    /// @return amount The whole sum slashed.
    function slash(uint256 target, uint256 bps, address to) external returns (uint128 amount);

    /// @notice Counts a position's votes anew. Anybody: slashed stake keeps its votes until somebody asks.
    function count(uint256 target, address who) external;

    /// @notice Sets how long unstaked shares thaw, from now on: 13 to 30 days. Only governance.
    function setThaw(uint48 seconds_) external;

    /// @notice OPEN.
    function token() external view returns (IERC20);

    /// @notice The two that bring fees: in OPEN, and in the stable token (zero if there is none).
    function settlement() external view returns (address);
    function stableSettlement() external view returns (address);
    function thaw() external view returns (uint48);
    function poolOf(uint256 target) external view returns (Pool memory);
    function positionOf(uint256 target, address who) external view returns (Position memory);

    /// @notice A pool's rewards in one token, per share and not yet divided; both scaled 1e18.
    function streamOf(uint256 target, IERC20 paid) external view returns (uint256 acc, uint256 carry);

    /// @notice What a claim would pay now in one token.
    function dueOf(uint256 target, address who, IERC20 paid) external view returns (uint256);

    /// @notice Tokens behind a pool's shares that are not thawing: what surely stays slashable for `thaw` from now. Rounded down.
    function bondedOf(uint256 target) external view returns (uint256);

    /// @notice `bondedOf` at a past time, for weighing validators. Only pools of kind Validator are checkpointed; 0 for the others.
    function stakeAt(uint256 target, uint48 timepoint) external view returns (uint256);

    /// @notice Sum of `stakeAt` over all validators.
    function totalStakeAt(uint48 timepoint) external view returns (uint256);
}
