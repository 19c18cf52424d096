// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Parameters of a settlement
/// @notice Governance sets them inside constant bounds; the guardian can stop `post` and `resolve` for a week, once in 30 days, and nothing
/// else: money in, claims, disputes and proofs of fraud always go on.
interface ISettlementRules {
    /// @param until When `post` and `resolve` work again; now, if the pause was lifted.
    event Paused(uint256 until);
    event GuardianSet(address indexed guardian);

    error Settlement_NotGuardian(address caller);
    error Settlement_Paused(uint256 until);
    error Settlement_PausedLately(uint256 nextPauseAt);

    /// @notice Stops `post` and `resolve` for 7 days. Only the guardian, 30 days after its last pause began.
    function pause() external;

    /// @notice Ends a pause early. The guardian or governance. The next pause comes no sooner for it.
    function unpause() external;

    /// @notice Sets the challenge window of epochs posted from now on: 12 hours to 7 days. Only governance.
    function setWindow(uint48 seconds_) external;

    /// @notice Sets the stake an attributor needs to post: 2,000 to 10,000,000 OPEN and at least twice the dispute bond, so that the reward
    /// for a true dispute covers the bond at risk. Misdirecting an epoch must cost more than it brings. Only governance.
    function setMinBond(uint96 amount) external;

    /// @notice Sets the bond of disputes opened from now on: 100 OPEN to half of an attributor's. Only governance.
    function setDisputeBond(uint96 amount) external;

    /// @notice Only governance.
    function setGuardian(address guardian_) external;

    function minBond() external view returns (uint96);
    function window() external view returns (uint48);
    function disputeBond() external view returns (uint96);
    function guardian() external view returns (address);

    /// @notice Until when `post` and `resolve` are stopped; past if they are not.
    function pausedUntil() external view returns (uint48);
}
