// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Governed} from "./Governed.sol";
import {StakeVotes} from "./StakeVotes.sol";
import {IRegistry, Kind} from "./interfaces/IRegistry.sol";
import {IStaking} from "./interfaces/IStaking.sol";
import {BURN} from "./libraries/Burn.sol";
import {Rewards} from "./libraries/Rewards.sol";
import {Shares} from "./libraries/Shares.sol";
import {Target} from "./libraries/Target.sol";

/// @title Staking
/// @notice See IStaking.
contract Staking is IStaking, Governed, StakeVotes {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;
    using Checkpoints for Checkpoints.Trace208;
    using Rewards for Rewards.Stream;
    using Rewards for Rewards.Due;

    /// Beside `earning` in its slot: what the registry says of the target (kinds never change), and whether stable rewards ever came.
    struct PoolState {
        uint128 tokens;
        uint128 shares;
        uint128 earning;
        bool known;
        bool weighed; // of kind Validator: checkpointed
        bool inStable;
    }

    struct PositionState {
        uint128 shares;
        uint128 thawing;
        uint48 thawedAt;
        uint128 counted; // as votes
    }

    /// More than any window (at most 7 days) and arbitration (5 days), so that no stake leaves before its wrong is judged.
    uint256 public constant MIN_THAW = 13 days;
    uint256 public constant MAX_THAW = 30 days;
    /// Per call; a wrong verdict is survivable, and tokens stay above 0 while there are shares.
    uint256 public constant MAX_SLASH_BPS = 5_000;

    IERC20 public immutable token;
    IRegistry public immutable registry;
    address public immutable settlement;
    IERC20 public immutable stable;
    address public immutable stableSettlement;
    address public immutable arbiter;

    uint48 public thaw;
    mapping(uint256 target => PoolState) private _pools;
    mapping(uint256 target => mapping(address who => PositionState)) private _positions;
    mapping(IERC20 token => mapping(uint256 target => Rewards.Stream)) private _streams;
    mapping(IERC20 token => mapping(uint256 target => mapping(address who => Rewards.Due))) private _dues;
    mapping(uint256 target => Checkpoints.Trace208) private _weights;
    Checkpoints.Trace208 private _totalWeight;

    /// @param settlement_ Brings fees in OPEN; `stableSettlement_` in the stable token (zero if there is none).
    constructor(
        IERC20 token_,
        IRegistry registry_,
        address settlement_,
        IERC20 stable_,
        address stableSettlement_,
        address arbiter_,
        address governance_
    ) Governed(governance_) {
        (token, registry, settlement) = (token_, registry_, settlement_);
        (stable, stableSettlement, arbiter) = (stable_, stableSettlement_, arbiter_);
        thaw = uint48(_bounded("thaw", 14 days, MIN_THAW, MAX_THAW));
    }

    /// @inheritdoc IStaking
    function setThaw(uint48 seconds_) external onlyGovernance {
        thaw = uint48(_bounded("thaw", seconds_, MIN_THAW, MAX_THAW));
    }

    /// @inheritdoc IStaking
    function stake(uint256 target, uint128 amount) external returns (uint128 shares) {
        if (amount == 0) revert Staking_ZeroAmount();
        (PoolState storage p, PositionState storage s) = _touch(target, msg.sender);
        if (!p.known) (p.known, p.weighed) = (true, registry.kindOf(Target.toId(target)) == Kind.Validator);
        // Price <= 1, so shares >= amount > 0. Repeated slashing makes shares outgrow a uint128: then the cast refuses, it must not cut.
        shares = Shares.minted(amount, p.tokens, p.shares).toUint128();
        p.tokens += amount;
        p.shares += shares;
        p.earning += shares;
        s.shares += shares;
        _checkpoint(target, p);
        _count(p, s, msg.sender);
        token.safeTransferFrom(msg.sender, address(this), amount);
        emit Staked(target, msg.sender, amount, shares);
    }

    /// @inheritdoc IStaking
    function unstake(uint256 target, uint128 shares) external {
        if (shares == 0) revert Staking_ZeroAmount();
        (PoolState storage p, PositionState storage s) = _touch(target, msg.sender);
        if (shares > s.shares) revert Staking_Insufficient(s.shares, shares);
        uint48 at = uint48(block.timestamp) + thaw;
        p.earning -= shares;
        s.shares -= shares;
        s.thawing += shares;
        s.thawedAt = at;
        _checkpoint(target, p);
        _count(p, s, msg.sender);
        emit Unstaking(target, msg.sender, shares, at);
    }

    /// @inheritdoc IStaking
    function withdraw(uint256 target) external returns (uint128 amount) {
        PoolState storage p = _pools[target];
        PositionState storage s = _positions[target][msg.sender];
        uint128 shares = s.thawing;
        if (shares == 0) revert Staking_StillThawing(0);
        if (block.timestamp < s.thawedAt) revert Staking_StillThawing(s.thawedAt);
        // Safe: the price is at most 1.
        amount = uint128(_worth(p, shares));
        (s.thawing, s.thawedAt) = (0, 0);
        p.shares -= shares;
        p.tokens -= amount;
        _checkpoint(target, p); // what rounding left behind belongs to those who stay
        token.safeTransfer(msg.sender, amount);
        emit Withdrawn(target, msg.sender, amount);
    }

    /// @inheritdoc IStaking
    function claim(uint256 target) external returns (uint256 amount) {
        return _claim(target, token);
    }

    /// @inheritdoc IStaking
    function claimMany(uint256[] calldata targets) external {
        for (uint256 i; i < targets.length; ++i) {
            _claim(targets[i], token);
            if (_pools[targets[i]].inStable) _claim(targets[i], stable);
        }
    }

    /// @inheritdoc IStaking
    function notify(uint256 target, uint256 amount) external {
        PoolState storage p = _pools[target];
        IERC20 paid = token;
        if (msg.sender != settlement) {
            if (msg.sender != stableSettlement) revert Staking_NotAllowed(msg.sender);
            paid = stable;
            if (!p.inStable) p.inStable = true;
        }
        _streams[paid][target].add(amount, p.earning);
        emit Rewarded(target, address(paid), amount);
    }

    /// @inheritdoc IStaking
    function slash(uint256 target, uint256 bps, address to) external returns (uint128 amount) {
        if (msg.sender != settlement && msg.sender != arbiter && msg.sender != stableSettlement) {
            revert Staking_NotAllowed(msg.sender);
        }
        if (bps > MAX_SLASH_BPS) revert Staking_SlashTooLarge(bps);
        PoolState storage p = _pools[target];
        amount = uint128(Shares.slashed(p.tokens, bps));
        p.tokens -= amount;
        _checkpoint(target, p);
        token.safeTransfer(to, amount / 2);
        token.safeTransfer(BURN, amount - amount / 2);
        emit Slashed(target, to, amount);
    }

    /// @inheritdoc IStaking
    function count(uint256 target, address who) external {
        _count(_pools[target], _positions[target][who], who);
    }

    /// @inheritdoc IStaking
    function poolOf(uint256 target) external view returns (Pool memory) {
        PoolState storage p = _pools[target];
        Rewards.Stream storage r = _streams[token][target];
        return Pool(p.tokens, p.shares, p.earning, r.acc, r.carry);
    }

    /// @inheritdoc IStaking
    function positionOf(uint256 target, address who) external view returns (Position memory) {
        PositionState storage s = _positions[target][who];
        Rewards.Due storage d = _dues[token][target][who];
        return Position(s.shares, s.thawing, s.thawedAt, d.paid, d.owed);
    }

    /// @inheritdoc IStaking
    function streamOf(uint256 target, IERC20 paid) external view returns (uint256 acc, uint256 carry) {
        Rewards.Stream storage r = _streams[paid][target];
        return (r.acc, r.carry);
    }

    /// @inheritdoc IStaking
    function dueOf(uint256 target, address who, IERC20 paid) external view returns (uint256) {
        return _streams[paid][target].claimable(_dues[paid][target][who], _positions[target][who].shares);
    }

    /// @inheritdoc IStaking
    function bondedOf(uint256 target) external view returns (uint256) {
        PoolState storage p = _pools[target];
        return _worth(p, p.earning);
    }

    /// @inheritdoc IStaking
    function stakeAt(uint256 target, uint48 timepoint) external view returns (uint256) {
        _checkPast(timepoint);
        return _weights[target].upperLookupRecent(timepoint);
    }

    /// @inheritdoc IStaking
    function totalStakeAt(uint48 timepoint) external view returns (uint256) {
        _checkPast(timepoint);
        return _totalWeight.upperLookupRecent(timepoint);
    }

    /// Books what a position has earned since its last touch.
    function _touch(uint256 target, address who) private returns (PoolState storage p, PositionState storage s) {
        (p, s) = (_pools[target], _positions[target][who]);
        uint128 shares = s.shares;
        _streams[token][target].touch(_dues[token][target][who], shares);
        if (p.inStable) _streams[stable][target].touch(_dues[stable][target][who], shares);
    }

    function _claim(uint256 target, IERC20 paid) private returns (uint256 amount) {
        amount = _streams[paid][target].take(_dues[paid][target][msg.sender], _positions[target][msg.sender].shares);
        paid.safeTransfer(msg.sender, amount);
        emit RewardPaid(target, msg.sender, address(paid), amount);
    }

    /// The price of shares, rounded down.
    function _worth(PoolState storage p, uint256 shares) private view returns (uint256) {
        return Shares.worth(shares, p.tokens, p.shares);
    }

    /// Votes of what does not thaw, if they are delegated or were.
    function _count(PoolState storage p, PositionState storage s, address who) private {
        uint256 was = s.counted;
        if (was == 0 && delegates(who) == address(0)) return;
        uint256 value = _worth(p, s.shares);
        if (value == was) return;
        s.counted = uint128(value); // safe: the price is at most 1
        _recount(who, was, value);
    }

    function _checkpoint(uint256 target, PoolState storage p) private {
        if (!p.weighed) return;
        uint208 weight = _worth(p, p.earning).toUint208();
        (uint208 was,) = _weights[target].push(uint48(block.timestamp), weight);
        _totalWeight.push(uint48(block.timestamp), _totalWeight.latest() + weight - was);
    }

    function _checkPast(uint48 timepoint) private view {
        if (timepoint >= block.timestamp) revert Staking_FutureLookup(timepoint, block.timestamp);
    }
}
