// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SettlementRules} from "./SettlementRules.sol";
import {IRegistry, Kind} from "./interfaces/IRegistry.sol";
import {ISettlement, Source} from "./interfaces/ISettlement.sol";
import {IStaking} from "./interfaces/IStaking.sol";
import {BURN} from "./libraries/Burn.sol";
import {SumTree} from "./libraries/SumTree.sol";
import {Target} from "./libraries/Target.sol";

/// @title Settlement
/// @notice See ISettlement.
contract Settlement is ISettlement, SettlementRules, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    /// `ISettlement.Epoch` in three slots: registry ids are sequential and fit 64 bits.
    struct EpochState {
        bytes32 root;
        uint128 total;
        uint48 readyAt;
        State state;
        uint64 attributor;
        address poster;
    }

    /// Of the attributor's pool, for a malformed epoch; for a wrong one the verdict says how much.
    uint256 public constant FRAUD_SLASH_BPS = 5_000;

    /// What payers pay in.
    IERC20 public immutable token;
    /// OPEN, whatever payers pay in.
    IERC20 public immutable bondToken;
    IRegistry public immutable registry;
    IStaking public immutable staking;
    address public immutable escrow;
    address public immutable arbiter;

    uint128 public funded;
    uint128 public sealedTotal;
    uint128 public settled;
    uint128 private _settledBefore; // `settled` without the newest epoch, should that be rejected
    uint256 public last;
    mapping(uint256 id => EpochState) private _epochs;
    mapping(uint256 id => Dispute) private _disputes;
    mapping(bytes32 payee => uint128) public claimed;

    constructor(
        IERC20 token_,
        IRegistry registry_,
        IStaking staking_,
        address escrow_,
        address arbiter_,
        uint256 minBond_,
        address governance_,
        address guardian_
    ) SettlementRules(minBond_, governance_, guardian_) {
        (token, registry, staking, escrow, arbiter) = (token_, registry_, staking_, escrow_, arbiter_);
        bondToken = staking_.token();
        _epochs[0].readyAt = uint48(block.timestamp); // before the first epoch validators wait from the deployment
    }

    // --- money in, epochs ---

    /// @inheritdoc ISettlement
    function fund(uint128 amount, Source source) external {
        if (source == Source.Fees && msg.sender != escrow) revert Settlement_NotEscrow(msg.sender);
        if (amount == 0) revert Settlement_ZeroAmount();
        funded += amount;
        token.safeTransferFrom(msg.sender, address(this), amount);
        emit Funded(source, msg.sender, amount);
    }

    /// @inheritdoc ISettlement
    function seal() external returns (uint128 total) {
        if (_isOpen(_epochs[last])) revert Settlement_EpochOpen(last);
        if (sealedTotal != 0) revert Settlement_AlreadySealed(sealedTotal);
        total = funded;
        if (total == settled) revert Settlement_NothingToSeal();
        sealedTotal = total;
        emit Sealed(last + 1, total);
    }

    /// @inheritdoc ISettlement
    function post(
        uint256 attributor,
        bytes32 hl,
        uint128 sl,
        bytes32 hr,
        uint128 sr,
        bytes32 dataHash,
        string calldata cid
    ) external whenNotPaused returns (uint256 id) {
        uint128 total = sealedTotal;
        if (total == 0) revert Settlement_NotSealed();
        _checkPoster(attributor);
        uint256 sum = uint256(sl) + sr;
        if (sum != total) revert Settlement_BadRoot(sum, total);
        // The previous epoch is closed: `seal` has seen to it, and what is closed never opens again.
        id = ++last;
        bytes32 root = SumTree.node(hl, sl, hr, sr);
        uint48 readyAt = uint48(block.timestamp + window);
        _epochs[id] = EpochState(root, total, readyAt, State.Pending, attributor.toUint64(), msg.sender);
        sealedTotal = 0;
        (settled, _settledBefore) = (total, settled);
        emit Posted(id, attributor, root, total, readyAt, dataHash, cid);
    }

    // --- claims ---

    /// @inheritdoc ISettlement
    function claim(Claim calldata c) external nonReentrant {
        _claim(c);
    }

    /// @inheritdoc ISettlement
    function claimMany(Claim[] calldata cs) external nonReentrant {
        for (uint256 i; i < cs.length; ++i) {
            _claim(cs[i]);
        }
    }

    // --- disputes ---

    /// @inheritdoc ISettlement
    function dispute(uint256 id, string calldata reason) external {
        EpochState storage e = _epochs[id];
        if (e.state != State.Pending || block.timestamp >= e.readyAt) revert Settlement_NotOpen(id, e.state);
        uint96 bond = disputeBond;
        e.state = State.Disputed;
        _disputes[id] = Dispute(msg.sender, bond, uint48(block.timestamp));
        bondToken.safeTransferFrom(msg.sender, address(this), bond);
        emit Disputed(id, msg.sender, reason);
    }

    /// @inheritdoc ISettlement
    function resolve(uint256 id, bool valid, uint256 slashBps) external whenNotPaused {
        if (msg.sender != arbiter) revert Settlement_NotArbiter(msg.sender);
        EpochState storage e = _epochs[id];
        if (e.state != State.Disputed) revert Settlement_NotOpen(id, e.state);
        emit Resolved(id, valid);
        Dispute storage d = _disputes[id];
        if (!valid) return _reject(id, e, d.by, slashBps);
        e.state = State.Pending;
        bondToken.safeTransfer(e.poster, d.bond / 2);
        bondToken.safeTransfer(BURN, d.bond - d.bond / 2);
    }

    // --- objective fraud: no arbiter, no bond ---

    /// @inheritdoc ISettlement
    function proveDisorder(Claim calldata a, Claim calldata b) external {
        EpochState storage e = _challengeable(a.epoch);
        if (b.epoch != a.epoch || b.index != a.index + 1 || a.payee < b.payee) revert Settlement_NotFraud();
        _prove(e, a);
        _prove(e, b);
        _reject(a.epoch, e, msg.sender, FRAUD_SLASH_BPS);
    }

    /// @inheritdoc ISettlement
    function proveDecrease(Claim calldata was, Claim calldata now_) external {
        EpochState storage e = _challengeable(now_.epoch);
        if (was.payee != now_.payee || was.amount <= now_.amount) revert Settlement_NotFraud();
        _proveBefore(was, now_.epoch);
        _prove(e, now_);
        _reject(now_.epoch, e, msg.sender, FRAUD_SLASH_BPS);
    }

    /// @inheritdoc ISettlement
    function proveOmission(Claim calldata was, Claim calldata lo, Claim calldata hi) external {
        EpochState storage e = _challengeable(lo.epoch);
        bool between = lo.payee < was.payee && was.payee < hi.payee;
        // Leaving out a leaf of nothing takes nothing from anybody.
        if (!between || was.amount == 0 || hi.epoch != lo.epoch || hi.index != lo.index + 1) {
            revert Settlement_NotFraud();
        }
        _proveBefore(was, lo.epoch);
        _prove(e, lo);
        _prove(e, hi);
        _reject(lo.epoch, e, msg.sender, FRAUD_SLASH_BPS);
    }

    /// @inheritdoc ISettlement
    function epochOf(uint256 id) external view returns (Epoch memory) {
        EpochState storage e = _epochs[id];
        return Epoch(e.root, e.total, e.readyAt, e.state, e.attributor, e.poster);
    }

    /// @inheritdoc ISettlement
    function disputeOf(uint256 id) external view returns (Dispute memory) {
        return _disputes[id];
    }

    function _claim(Claim calldata c) private {
        uint256 epoch = c.epoch;
        EpochState storage e = _epochs[epoch];
        if (e.state != State.Pending || block.timestamp < e.readyAt) revert Settlement_NotClaimable(epoch);
        _prove(e, c);
        (bytes32 payee, uint128 amount) = (c.payee, c.amount);
        uint128 before = claimed[payee];
        if (amount <= before) revert Settlement_NothingToClaim(payee, before);
        claimed[payee] = amount;
        unchecked {
            amount -= before;
        }
        emit Claimed(payee, epoch, amount);
        if (Target.isTarget(payee)) {
            token.safeTransfer(address(staking), amount);
            staking.notify(uint256(payee), amount);
        } else {
            token.safeTransfer(address(uint160(uint256(payee))), amount);
        }
    }

    /// The epoch's money stays and is distributed by the next. `winner` has half of what is slashed; the rest is burnt.
    function _reject(uint256 id, EpochState storage e, address winner, uint256 slashBps) private {
        bool disputed = e.state == State.Disputed;
        e.state = State.Rejected;
        settled = _settledBefore; // only the newest epoch can be open
        emit Rejected(id, winner);
        if (disputed) bondToken.safeTransfer(_disputes[id].by, _disputes[id].bond);
        if (slashBps != 0) staking.slash(Target.fromId(e.attributor), slashBps, winner);
    }

    function _checkPoster(uint256 id) private view {
        Kind kind = registry.kindOf(id);
        // Validators recompute every epoch anyway: when attributors are silent they stand in.
        bool may =
            kind == Kind.Attributor || kind == Kind.Validator && block.timestamp >= _epochs[last].readyAt + FALLBACK;
        if (!may || registry.ownerOf(id) != msg.sender) revert Settlement_NotAttributor(id, msg.sender);
        // Not the pool's tokens: thawed stake could leave between the post and its proof of fraud.
        uint256 bonded = staking.bondedOf(Target.fromId(id));
        if (bonded < minBond) revert Settlement_BondTooSmall(bonded, minBond);
    }

    function _isOpen(EpochState storage e) private view returns (bool) {
        return e.state == State.Disputed || e.state == State.Pending && block.timestamp < e.readyAt;
    }

    /// Disputed epochs too: a sham dispute must not shield a malformed root.
    function _challengeable(uint256 id) private view returns (EpochState storage e) {
        e = _epochs[id];
        if (!_isOpen(e)) revert Settlement_NotOpen(id, e.state);
    }

    function _prove(EpochState storage e, Claim calldata c) private view {
        (bytes32 hash, uint256 sum) = SumTree.climb(c.proof, c.index, c.payee, c.amount);
        if (sum != e.total || hash != e.root) revert SumTree.SumTree_BadProof();
    }

    /// An entitlement in an accepted epoch before `id`. `id` is open, hence the newest: any other that is Pending has been accepted.
    function _proveBefore(Claim calldata was, uint256 id) private view {
        EpochState storage e = _epochs[was.epoch];
        if (was.epoch >= id || e.state != State.Pending) revert Settlement_NotFraud();
        _prove(e, was);
    }
}
