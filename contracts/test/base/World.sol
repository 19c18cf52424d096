// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Arbiter} from "../../src/Arbiter.sol";
import {Curation} from "../../src/Curation.sol";
import {Escrow} from "../../src/Escrow.sol";
import {Governed} from "../../src/Governed.sol";
import {Open} from "../../src/Open.sol";
import {Registry} from "../../src/Registry.sol";
import {Settlement} from "../../src/Settlement.sol";
import {Staking} from "../../src/Staking.sol";
import {TestDollar} from "../../src/TestDollar.sol";
import {Kind, Split} from "../../src/interfaces/IRegistry.sol";
import {Target} from "../../src/libraries/Target.sol";
import {TestBase} from "./TestBase.sol";

/// All contracts as they are deployed, with a handful of funded people.
abstract contract World is TestBase {
    address internal constant BURN = 0x000000000000000000000000000000000000dEaD;
    address internal constant COUNCIL = address(0xC0C1);
    address internal constant GUARDIAN = address(0x6A4D);
    address internal constant GATEWAY = address(0x6A7E);
    address internal constant POSTER = address(0xA77);
    uint128 internal constant MIN_BOND = 10_000e18;
    uint256 internal constant START = 1_700_000_000;
    uint256 internal constant ALICE_KEY = 0xA11CE;
    uint256 internal constant BOB_KEY = 0xB0B;

    address internal immutable ALICE = vm.addr(ALICE_KEY);
    address internal immutable BOB = vm.addr(BOB_KEY);

    Open internal open;
    Registry internal registry;
    Staking internal staking;
    Escrow internal escrow;
    Settlement internal settlement;
    Curation internal curation;
    Arbiter internal arbiter;

    /// The second pair: payers pay in a token of 6 decimals, bonds are OPEN.
    TestDollar internal dollar;
    Escrow internal dollarEscrow;
    Settlement internal dollarSettlement;

    /// POSTER's attributor, bonded with exactly MIN_BOND.
    uint256 internal attributor;

    function setUp() public virtual {
        vm.warp(START);
        _deploy();
        address[5] memory people = [ALICE, BOB, GATEWAY, POSTER, COUNCIL];
        for (uint256 i; i < people.length; ++i) {
            _endow(people[i]);
        }
        _endow(address(this));
        attributor = _register(POSTER, Kind.Attributor);
        _stake(POSTER, attributor, MIN_BOND);
    }

    /// Who judges: an account that the tests act as, or the arbiter.
    function _judge(address) internal view virtual returns (address) {
        return COUNCIL;
    }

    /// The contracts name each other as immutables, in a circle: addresses first, as the deploy script does.
    function _deploy() private {
        uint256 nonce = vm.getNonce(address(this));
        address[9] memory at;
        for (uint256 i; i < at.length; ++i) {
            at[i] = vm.computeCreateAddress(address(this), nonce + i);
        }
        address judge = _judge(at[8]);
        open = new Open(address(this));
        registry = new Registry(500, keccak256("commons"), "ipfs://commons", COUNCIL);
        dollar = new TestDollar();
        staking = new Staking(open, registry, at[5], dollar, at[7], judge, COUNCIL);
        escrow = new Escrow(open, Settlement(at[5]), COUNCIL);
        settlement = new Settlement(open, registry, staking, at[4], judge, MIN_BOND, COUNCIL, GUARDIAN);
        dollarEscrow = new Escrow(dollar, Settlement(at[7]), COUNCIL);
        dollarSettlement = new Settlement(dollar, registry, staking, at[6], judge, MIN_BOND, COUNCIL, GUARDIAN);
        arbiter =
            new Arbiter(open, registry, staking, Curation(vm.computeCreateAddress(address(this), nonce + 9)), COUNCIL);
        curation = new Curation(open, registry, staking, COUNCIL, judge);
        require(address(settlement) == at[5] && address(arbiter) == at[8], "the world's addresses");
    }

    /// A million OPEN, and every contract may pull.
    function _endow(address who) internal {
        if (who != address(this)) open.transfer(who, 1e24);
        vm.startPrank(who);
        open.approve(address(staking), type(uint256).max);
        open.approve(address(escrow), type(uint256).max);
        open.approve(address(settlement), type(uint256).max);
        open.approve(address(curation), type(uint256).max);
        open.approve(address(arbiter), type(uint256).max);
        open.approve(address(dollarSettlement), type(uint256).max);
        vm.stopPrank();
    }

    function _register(address owner, Kind kind) internal returns (uint256 id) {
        vm.prank(owner);
        return
            registry.register(kind, Split(2_000, 1_000, 5_000, 1_000), keccak256("v1"), new uint256[](0), "ipfs://v1");
    }

    function _stake(address who, uint256 id, uint128 amount) internal {
        vm.prank(who);
        staking.stake(Target.fromId(id), amount);
    }

    function _outOfBounds(bytes32 name, uint256 value, uint256 least, uint256 most) internal {
        vm.expectRevert(abi.encodeWithSelector(Governed.Governed_OutOfBounds.selector, name, value, least, most));
    }

    function _notGovernance(address caller) internal {
        vm.expectRevert(abi.encodeWithSelector(Governed.Governed_NotGovernance.selector, caller));
    }

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// The digest of an EIP-712 struct for one of our contracts, computed from the standard and not by the contract.
    function _typed(string memory name, address verifier, bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)),
                keccak256("1"),
                block.chainid,
                verifier
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
