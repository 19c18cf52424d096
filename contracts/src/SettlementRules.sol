// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "./Governed.sol";
import {ISettlementRules} from "./interfaces/ISettlementRules.sol";

/// @title SettlementRules
/// @notice See ISettlementRules. All amounts in OPEN, whose supply fits 96 bits.
abstract contract SettlementRules is ISettlementRules, Governed {
    uint256 public constant MIN_WINDOW = 12 hours;
    uint256 public constant MAX_WINDOW = 7 days;
    uint256 public constant MIN_BOND = 2_000e18;
    uint256 public constant MAX_BOND = 10_000_000e18;
    uint256 public constant MIN_DISPUTE_BOND = 100e18;
    uint256 public constant PAUSE = 7 days;
    uint256 public constant PAUSE_EVERY = 30 days;
    /// How long after the end of the newest epoch's window, or after the deployment before the first, validators may post too.
    uint256 public constant FALLBACK = 3 days;

    // What `post` reads is one slot.
    uint96 public minBond;
    uint48 public window;
    uint48 public pausedUntil;
    uint48 private _nextPauseAt;
    uint96 public disputeBond;
    address public guardian;

    constructor(uint256 minBond_, address governance_, address guardian_) Governed(governance_) {
        minBond = uint96(_bounded("minBond", minBond_, MIN_BOND, MAX_BOND));
        disputeBond = uint96(_bounded("disputeBond", MIN_BOND / 2, MIN_DISPUTE_BOND, minBond_ / 2));
        window = uint48(_bounded("window", 1 days, MIN_WINDOW, MAX_WINDOW));
        _setGuardian(guardian_);
    }

    modifier whenNotPaused() {
        if (block.timestamp < pausedUntil) revert Settlement_Paused(pausedUntil);
        _;
    }

    /// @inheritdoc ISettlementRules
    function pause() external {
        if (msg.sender != guardian) revert Settlement_NotGuardian(msg.sender);
        if (block.timestamp < _nextPauseAt) revert Settlement_PausedLately(_nextPauseAt);
        (pausedUntil, _nextPauseAt) = (uint48(block.timestamp + PAUSE), uint48(block.timestamp + PAUSE_EVERY));
        emit Paused(pausedUntil);
    }

    /// @inheritdoc ISettlementRules
    function unpause() external {
        if (msg.sender != guardian && msg.sender != governance) revert Settlement_NotGuardian(msg.sender);
        pausedUntil = uint48(block.timestamp);
        emit Paused(pausedUntil);
    }

    /// @inheritdoc ISettlementRules
    function setWindow(uint48 seconds_) external onlyGovernance {
        window = uint48(_bounded("window", seconds_, MIN_WINDOW, MAX_WINDOW));
    }

    /// @inheritdoc ISettlementRules
    function setMinBond(uint96 amount) external onlyGovernance {
        uint256 twice = 2 * uint256(disputeBond);
        minBond = uint96(_bounded("minBond", amount, twice > MIN_BOND ? twice : MIN_BOND, MAX_BOND));
    }

    /// @inheritdoc ISettlementRules
    function setDisputeBond(uint96 amount) external onlyGovernance {
        disputeBond = uint96(_bounded("disputeBond", amount, MIN_DISPUTE_BOND, minBond / 2));
    }

    /// @inheritdoc ISettlementRules
    function setGuardian(address guardian_) external onlyGovernance {
        _setGuardian(guardian_);
    }

    function _setGuardian(address guardian_) private {
        guardian = guardian_;
        emit GuardianSet(guardian_);
    }
}
