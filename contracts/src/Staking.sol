// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {IRegistry, Kind} from "./interfaces/IRegistry.sol";
import {IStaking} from "./interfaces/IStaking.sol";
import {Target} from "./libraries/Target.sol";

/// @title Staking
/// @notice See IStaking.
contract Staking is IStaking {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;
    using Checkpoints for Checkpoints.Trace208;

    /// `IStaking.Pool` and, beside `earning` in its slot, what the registry says of the target (kinds never change).
    struct PoolState {
        uint128 tokens;
        uint128 shares;
        uint128 earning;
        bool known;
        bool weighed; // of kind Validator: checkpointed
        uint256 acc;
        uint256 carry;
    }

    uint256 public constant THAW = 14 days;
    /// Per call; a wrong verdict is survivable, and tokens stay above 0 while there are shares.
    uint256 public constant MAX_SLASH_BPS = 5_000;
    address public constant BURN = 0x000000000000000000000000000000000000dEaD;
    uint256 private constant BPS = 10_000;
    uint256 private constant SCALE = 1e18;

    IERC20 public immutable token;
    IRegistry public immutable registry;
    address public immutable settlement;
    address public immutable arbiter;

    mapping(uint256 target => PoolState) private _pools;
    mapping(uint256 target => mapping(address who => Position)) private _positions;
    mapping(uint256 target => Checkpoints.Trace208) private _weights;

    constructor(IERC20 token_, IRegistry registry_, address settlement_, address arbiter_) {
        (token, registry, settlement, arbiter) = (token_, registry_, settlement_, arbiter_);
    }

    /// @inheritdoc IStaking
    function stake(uint256 target, uint128 amount) external returns (uint128 shares) {
        if (amount == 0) revert Staking_ZeroAmount();
        (PoolState storage p, Position storage s) = _touch(target, msg.sender);
        if (!p.known) (p.known, p.weighed) = (true, registry.kindOf(Target.toId(target)) == Kind.Validator);
        // Rounded down: a newcomer never gets more than it pays for. Price <= 1, so shares >= amount > 0. Repeated slashing makes shares
        // outgrow a uint128: then the cast refuses, it must not cut.
        shares = p.shares == 0 ? amount : (uint256(amount) * p.shares / p.tokens).toUint128();
        p.tokens += amount;
        p.shares += shares;
        p.earning += shares;
        s.shares += shares;
        _checkpoint(target, p);
        token.safeTransferFrom(msg.sender, address(this), amount);
        emit Staked(target, msg.sender, amount, shares);
    }

    /// @inheritdoc IStaking
    function unstake(uint256 target, uint128 shares) external {
        if (shares == 0) revert Staking_ZeroAmount();
        (PoolState storage p, Position storage s) = _touch(target, msg.sender);
        if (shares > s.shares) revert Staking_Insufficient(s.shares, shares);
        uint48 at = uint48(block.timestamp + THAW);
        p.earning -= shares;
        s.shares -= shares;
        s.thawing += shares;
        s.thawedAt = at;
        _checkpoint(target, p);
        emit Unstaking(target, msg.sender, shares, at);
    }

    /// @inheritdoc IStaking
    function withdraw(uint256 target) external returns (uint128 amount) {
        PoolState storage p = _pools[target];
        Position storage s = _positions[target][msg.sender];
        uint128 shares = s.thawing;
        if (shares == 0) revert Staking_StillThawing(0);
        if (block.timestamp < s.thawedAt) revert Staking_StillThawing(s.thawedAt);
        // Safe: the price is at most 1.
        amount = uint128(uint256(shares) * p.tokens / p.shares);
        (s.thawing, s.thawedAt) = (0, 0);
        p.shares -= shares;
        p.tokens -= amount;
        _checkpoint(target, p); // what rounding left behind belongs to those who stay
        token.safeTransfer(msg.sender, amount);
        emit Withdrawn(target, msg.sender, amount);
    }

    /// @inheritdoc IStaking
    function claim(uint256 target) external returns (uint256 amount) {
        (, Position storage s) = _touch(target, msg.sender);
        amount = s.owed / SCALE;
        s.owed -= amount * SCALE;
        token.safeTransfer(msg.sender, amount);
        emit RewardPaid(target, msg.sender, amount);
    }

    /// @inheritdoc IStaking
    function notify(uint256 target, uint256 amount) external {
        if (msg.sender != settlement) revert Staking_NotAllowed(msg.sender);
        PoolState storage p = _pools[target];
        uint256 due = amount * SCALE + p.carry;
        if (p.earning == 0) {
            p.carry = due;
        } else {
            p.acc += due / p.earning;
            p.carry = due % p.earning;
        }
        emit Rewarded(target, amount);
    }

    /// @inheritdoc IStaking
    function slash(uint256 target, uint256 bps, address to) external returns (uint128 amount) {
        if (msg.sender != settlement && msg.sender != arbiter) revert Staking_NotAllowed(msg.sender);
        if (bps > MAX_SLASH_BPS) revert Staking_SlashTooLarge(bps);
        PoolState storage p = _pools[target];
        amount = uint128(p.tokens * bps / BPS);
        p.tokens -= amount;
        _checkpoint(target, p);
        token.safeTransfer(to, amount / 2);
        token.safeTransfer(BURN, amount - amount / 2);
        emit Slashed(target, to, amount);
    }

    /// @inheritdoc IStaking
    function poolOf(uint256 target) external view returns (Pool memory) {
        PoolState storage p = _pools[target];
        return Pool(p.tokens, p.shares, p.earning, p.acc, p.carry);
    }

    /// @inheritdoc IStaking
    function positionOf(uint256 target, address who) external view returns (Position memory) {
        return _positions[target][who];
    }

    /// @inheritdoc IStaking
    function bondedOf(uint256 target) external view returns (uint256) {
        return _bonded(_pools[target]);
    }

    /// @inheritdoc IStaking
    function stakeAt(uint256 target, uint48 timepoint) external view returns (uint256) {
        if (timepoint >= block.timestamp) revert Staking_FutureLookup(timepoint, block.timestamp);
        return _weights[target].upperLookupRecent(timepoint);
    }

    /// Books what a position has earned since its last touch.
    function _touch(uint256 target, address who) private returns (PoolState storage p, Position storage s) {
        p = _pools[target];
        s = _positions[target][who];
        (uint256 acc, uint256 paid) = (p.acc, s.paid);
        if (acc == paid) return (p, s);
        s.owed += s.shares * (acc - paid);
        s.paid = acc;
    }

    function _bonded(PoolState storage p) private view returns (uint256) {
        return p.shares == 0 ? 0 : uint256(p.tokens) * p.earning / p.shares;
    }

    function _checkpoint(uint256 target, PoolState storage p) private {
        if (p.weighed) _weights[target].push(uint48(block.timestamp), _bonded(p).toUint208());
    }
}
